import { createEdgeCompoundProgram, EdgeArrowHeadProgram, EdgeProgram, type EdgeProgramType } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

/** Where a corner of the line is (0 its start, 1 its end), and on which side. */
const CORNERS = [
  [0, 1],
  [0, -1],
  [1, 1],
  [1, 1],
  [0, -1],
  [1, -1],
];

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_normal;
attribute float a_normalCoef;
attribute vec2 a_positionStart;
attribute vec2 a_positionEnd;
attribute float a_positionCoef;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_minEdgeThickness;
varying vec4 v_color;
varying float v_along;
void main() {
  vec2 normal = a_normal * a_normalCoef;
  float width = length(normal);
  float thickness = max(width, u_minEdgeThickness * u_sizeRatio) * u_correctionRatio / u_sizeRatio;
  vec2 position = mix(a_positionStart, a_positionEnd, a_positionCoef) + normal / width * thickness;
  gl_Position = vec4((u_matrix * vec3(position, 1)).xy, 0, 1);
  // In pixels of the screen.
  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / u_correctionRatio;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const FRAGMENT = `
precision mediump float;
varying vec4 v_color;
varying float v_along;
uniform float u_dash;
uniform float u_gap;
void main(void) {
  #ifndef PICKING_MODE
  if (mod(v_along, u_dash + u_gap) > u_dash) discard;
  #endif
  gl_FragColor = v_color;
}`;

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_minEdgeThickness', 'u_dash', 'u_gap'] as const;

/** Broken lines with arrow heads, which the library does not have. @param dash and gap in pixels */
export function dashedEdges(dash: number, gap: number): EdgeProgramType {
  class DashedLine extends EdgeProgram<(typeof UNIFORMS)[number]> {
    getDefinition() {
      const { FLOAT, TRIANGLES, UNSIGNED_BYTE } = WebGLRenderingContext;
      return {
        VERTICES: CORNERS.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_positionStart', size: 2, type: FLOAT },
          { name: 'a_positionEnd', size: 2, type: FLOAT },
          { name: 'a_normal', size: 2, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: 'a_positionCoef', size: 1, type: FLOAT },
          { name: 'a_normalCoef', size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: CORNERS,
      };
    }

    processVisibleItem(id: number, at: number, from: NodeDisplayData, to: NodeDisplayData, { size, color }: EdgeDisplayData) {
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = Math.hypot(dx, dy) || 1;
      this.array.set([from.x, from.y, to.x, to.y, (-dy / length) * size, (dx / length) * size, floatColor(color), id], at);
    }

    setUniforms({ matrix, sizeRatio, correctionRatio, minEdgeThickness }: RenderParams, { gl, uniformLocations }: ProgramOf) {
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio ?? null, sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio ?? null, correctionRatio);
      gl.uniform1f(uniformLocations.u_minEdgeThickness ?? null, minEdgeThickness);
      gl.uniform1f(uniformLocations.u_dash ?? null, dash);
      gl.uniform1f(uniformLocations.u_gap ?? null, gap);
    }
  }
  return createEdgeCompoundProgram([DashedLine, EdgeArrowHeadProgram]);
}

type ProgramOf = Parameters<EdgeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1];
